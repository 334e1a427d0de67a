package nl.onderstroom.server.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What people of the example company write beside their answers: made up, like them. */
final class Voices {
  private static final int HALF_WAY = 4;
  private static final int LEFT_OUT = 3;

  private static final List<String> BEFORE =
      List.of(
          "Niemand zegt hardop of mijn werk over twee jaar nog bestaat. Ik lig daar wakker van.",
          "We krijgen een training, maar geen tijd om hem te volgen.",
          "Mijn leidinggevende heeft het er nooit over. Dan begin ik er ook niet over.",
          "Ik ben 58. Moet ik dit nog leren, of mag ik het uitzitten?",
          "Het voelt alsof alles al besloten is.",
          "Ik gebruik het stiekem, omdat ik niet weet of het mag.",
          "Wat gebeurt er met klantgegevens die ik erin stop? Daar hoor ik niets over.",
          "Collega’s die snel mee zijn, krijgen de leuke klussen. De rest loopt achter.",
          "Ik zou graag iets proberen, maar een fout wordt hier lang onthouden.",
          "Waarom doen we dit? Om kosten te besparen of om beter te worden?",
          "Op kantoor kan het misschien, op de kade heb ik er niets aan.",
          "Ik schaam me dat ik het niet snap.",
          "De directie praat erover, maar ik zie ze het zelf nooit gebruiken.",
          "Straks controleren ze met AI hoe hard ik werk.",
          "Ik ben bang dat mijn vakkennis straks niets meer waard is.",
          "Er is geld voor licenties, maar niet voor een extra collega.",
          "Laat ons eens zien waar het bij een ander bedrijf misging.",
          "Ik mis een plek waar je domme vragen mag stellen.",
          "Het tempo is te hoog. Elke maand iets nieuws.",
          "Eerlijk gezegd ben ik vooral nieuwsgierig, maar dat durf ik in mijn team niet te zeggen.",
          "Als het mislukt, zijn wij de schuldigen.",
          "Ik wil weten wat er met de uren gebeurt die we ermee besparen.",
          "De planning rekent al met winst die er nog niet is.",
          "Zeg gewoon eerlijk als jullie het ook nog niet weten.");

  private static final List<String> AFTER =
      List.of(
          "Dat de directeur vertelde wat bij haar misging, deed me goed.",
          "Het vrijdaguur om te proberen moet blijven, ook als het druk is.",
          "Bij ons praat het team er nu over. Dat was een half jaar geleden ondenkbaar.",
          "Ik heb nog steeds zorgen over mijn baan, maar nu kan ik ze kwijt.",
          "De training met eigen voorbeelden werkte. De algemene niet.",
          "Ik heb een collega geholpen die niet durfde. Dat gaf me meer dan de tool zelf.",
          "Beloofd was een antwoord over de roosters. Dat heb ik nog niet gehoord.",
          "Voor de kade is er nog steeds weinig.",
          "Een fout van mij werd een les voor iedereen. Zo hoort het.",
          "Wie gaat er straks over de keuzes die het systeem maakt?",
          "Ik merk dat ik minder nadenk als ik het gebruik. Daar moeten we het over hebben.",
          "Offertes gaan twee keer zo snel. De tijd gaat naar klanten, zoals afgesproken.",
          "Mijn team is te klein om mee te tellen in de cijfers. Het gesprek erover was juist goed.",
          "Nieuwe collega’s krijgen niets mee van wat wij geleerd hebben.",
          "Ik ben trots op wat we zelf hebben gebouwd.",
          "De lijst met wat niet mag is nu duidelijk. Dank daarvoor.",
          "Nog steeds te weinig tijd. Leren moet er altijd bij.",
          "Ik weet nu dat mijn functie verandert. Liever dat dan niets weten.",
          "Laat ons meebeslissen over het volgende onderwerp.",
          "Ik gebruik het nu elke dag en ik ben er beter door gaan schrijven.",
          "Hou op met het een wonder te noemen.",
          "Soms klopt het gewoon niet wat eruit komt. Wie merkt dat op?",
          "Er mag best gelachen worden om wat er misgaat.",
          "Kom ook eens ’s nachts langs, bij ons werkt het anders.");

  private Voices() {}

  /** What is written in a round; always the same. */
  static List<String> of(int round) {
    var texts = new ArrayList<>(round < HALF_WAY ? BEFORE : AFTER);
    Collections.shuffle(texts, new Random(round));
    return List.copyOf(texts.subList(0, texts.size() - LEFT_OUT));
  }
}
