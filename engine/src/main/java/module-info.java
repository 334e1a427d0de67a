/** The plain Java heart: summaries that merge, what they measure, and what may be shown of them. */
@org.jspecify.annotations.NullMarked
module nl.onderstroom.engine {
  requires static transitive org.jspecify;
  requires hipparchus.core;
  requires org.apache.commons.rng.api;
  requires org.apache.commons.statistics.distribution;

  exports nl.onderstroom.engine.ballot;
  exports nl.onderstroom.engine.summary;
  exports nl.onderstroom.engine.measure;
  exports nl.onderstroom.engine.measure.reliability;
  exports nl.onderstroom.engine.measure.stance;
  exports nl.onderstroom.engine.measure.teams;
  exports nl.onderstroom.engine.measure.waves;
  exports nl.onderstroom.engine.disclosure;
  exports nl.onderstroom.engine.disclosure.audit;
  exports nl.onderstroom.engine.drivers;
  exports nl.onderstroom.engine.effect;
  exports nl.onderstroom.engine.landscape;
  exports nl.onderstroom.engine.packed;
}
