package nl.onderstroom.server.database;

/** What happens to what was written when the machine loses its power. */
enum Durability {
  /** What was acknowledged is kept. The only choice for the product. */
  KEPT,
  /** The whole cluster may be lost. Only for tests, which throw it away anyway. */
  LOST
}
