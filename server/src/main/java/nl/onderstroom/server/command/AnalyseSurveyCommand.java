package nl.onderstroom.server.command;
@picocli.CommandLine.Command(name = "survey")
final class AnalyseSurveyCommand {}
