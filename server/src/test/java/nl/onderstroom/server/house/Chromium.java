package nl.onderstroom.server.house;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The system's Chromium, without a window. */
public final class Chromium implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  public Chromium() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(found()).setArgs(FLAGS));
  }

  /** A visit of its own: no cookies of another. */
  public BrowserContext visit(int width, ColorScheme scheme, boolean scripts) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setViewportSize(width, 900)
            .setLocale("nl-NL")
            .setColorScheme(scheme)
            .setJavaScriptEnabled(scripts));
  }

  @Override
  public void close() {
    playwright.close();
  }

  private static Path found() {
    String named = System.getenv("CHROMIUM");
    if (named != null && Files.isExecutable(Path.of(named))) {
      return Path.of(named);
    }
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .flatMap(folder ->
            List.of("chromium", "chromium-browser", "google-chrome").stream()
                .map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No Chromium on the PATH: install chromium."));
  }
}
