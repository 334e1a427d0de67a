package nl.onderstroom.server.command;

import picocli.CommandLine.Command;

@Command(
    name = "analyse",
    description = "Reads a file of answers or votes and writes what may be shown of it.",
    mixinStandardHelpOptions = true,
    subcommands = {AnalyseSurveyCommand.class, AnalyseLandscapeCommand.class})
final class AnalyseCommand {}
