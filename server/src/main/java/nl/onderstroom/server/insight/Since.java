package nl.onderstroom.server.insight;

import nl.onderstroom.engine.disclosure.Trend;
import nl.onderstroom.server.rounds.Round;

/** What changed since an earlier round. */
record Since(Round earlier, Trend trend) {}
