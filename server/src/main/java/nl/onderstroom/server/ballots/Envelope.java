package nl.onderstroom.server.ballots;

/** What a person has signed in a round: one of each, and neither says anything of the other. */
enum Envelope {
  /** Of a ballot to answer with, by the key of the person's cohort. */
  ANSWERS("blinded", "signature"),
  /** Of one to write a worry with, by the key of everybody. */
  WORRY("worry_blinded", "worry_signature");

  /** Columns of the table of participations. */
  final String blinded;

  final String signature;

  Envelope(String blinded, String signature) {
    this.blinded = blinded;
    this.signature = signature;
  }
}
