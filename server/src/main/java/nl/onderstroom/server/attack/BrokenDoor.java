package nl.onderstroom.server.attack;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import nl.onderstroom.server.database.NamelessDatabase;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.ObjectMapper;

/** Reads along at the door of answers and keeps what it should not. */
final class BrokenDoor extends OncePerRequestFilter {
  private final Breakage breakage;
  private final NamelessDatabase database;

  BrokenDoor(Breakage breakage, NamelessDatabase database) {
    this.breakage = breakage;
    this.database = database;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST") || !request.getRequestURI().startsWith("/answer/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body = request.getInputStream().readAllBytes();
    chain.doFilter(new ReadAlready(request, body), response);
    String message = new ObjectMapper().readTree(body).path("message").asString();
    database
        .sql()
        .sql("insert into " + table() + " (ballot) values (:ballot)")
        .param("ballot", Sent.serial(java.util.Base64.getUrlDecoder().decode(message)))
        .update();
  }

  private String table() {
    return switch (breakage) {
      case TIMES -> "kept_time";
      case SEQUENCE -> "kept_sequence";
      case INSERTION_ORDER -> "kept_order";
      case NONE -> throw new IllegalStateException("Nothing is broken.");
    };
  }

  /** The request, with what was read of it to be read again. */
  private static final class ReadAlready extends HttpServletRequestWrapper {
    private final byte[] body;

    ReadAlready(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      var content = new ByteArrayInputStream(body);
      return new ServletInputStream() {
        @Override
        public int read() {
          return content.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
          return content.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
          return content.available() == 0;
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
          throw new UnsupportedOperationException("Read it as it is.");
        }
      };
    }
  }
}
