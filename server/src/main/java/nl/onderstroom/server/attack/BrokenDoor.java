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
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import nl.onderstroom.server.database.NamelessDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.ObjectMapper;

/** Reads along at the door of answers and keeps what it should not, or lets in everything. */
final class BrokenDoor extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(BrokenDoor.class);

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
    if (breakage == Breakage.CREDULOUS) {
      response.setContentType("application/json");
      response.getOutputStream().print("{\"result\":\"counted\"}");
      return;
    }
    chain.doFilter(new ReadAlready(request, body), response);
    String message = new ObjectMapper().readTree(body).path("message").asString();
    keep(body, Sent.serial(Base64.getUrlDecoder().decode(message)));
  }

  private void keep(byte[] body, byte[] ballot) {
    switch (breakage) {
      case TIMES -> insert("kept_time", ballot);
      case SEQUENCE -> insert("kept_sequence", ballot);
      case INSERTION_ORDER -> insert("kept_order", ballot);
      case LOGGED -> LOG.info("Counted: {}", new String(body, StandardCharsets.UTF_8).strip());
      case NONE, BOX_IN_BACKUP, CREDULOUS -> throw new IllegalStateException("Keeps nothing.");
    }
  }

  private void insert(String table, byte[] ballot) {
    database
        .sql()
        .sql("insert into " + table + " (ballot) values (:ballot)")
        .param("ballot", ballot)
        .update();
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
