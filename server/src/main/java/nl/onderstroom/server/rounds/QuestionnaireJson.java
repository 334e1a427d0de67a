package nl.onderstroom.server.rounds;
final class QuestionnaireJson {
  static String write(Questionnaire q) { return "{}"; }
  static Questionnaire read(String s) { return Questionnaire.FIRST; }
  private QuestionnaireJson() {}
}
