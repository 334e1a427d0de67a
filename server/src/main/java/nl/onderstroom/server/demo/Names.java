package nl.onderstroom.server.demo;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Invented names as one meets them in a Dutch company, no two alike. */
final class Names {
  private static final int MOST_TRIES = 10_000;

  /** A group of given and family names that go together, and its share of the company. */
  private record Origin(double share, List<String> given, List<String> family) {}

  private static final List<Origin> ORIGINS =
      List.of(
          new Origin(
              0.76,
              split(
                  """
                  Jan, Piet, Kees, Henk, Gerrit, Johan, Wim, Marco, Erik, Peter, Arjan, Bas, Bart,
                  Daan, Dirk, Ewout, Ferdi, Frank, Geert, Hans, Harm, Hugo, Ivo, Jeroen, Joost, Jurre,
                  Koen, Lars, Luuk, Maarten, Martijn, Mees, Michiel, Niels, Paul, Pim, Rick, Rob,
                  Roel, Ronald, Ruben, Sander, Siem, Stefan, Teun, Thijs, Tim, Tom, Wouter, Anja,
                  Annemiek, Annet, Astrid, Bianca, Carla, Conny, Daphne, Els, Emma, Esther, Eva,
                  Femke, Floor, Gerda, Hilde, Ilse, Inge, Irene, Janneke, Jolanda, Karin, Kim, Laura,
                  Lieke, Linda, Lotte, Maaike, Marieke, Marjan, Mirjam, Monique, Nienke, Petra,
                  Renske, Roos, Sanne, Saskia, Sofie, Suzanne, Tessa, Wendy, Willemijn, Yvonne\
                  """),
              split(
                  """
                  de Jong, Jansen, de Vries, van den Berg, van Dijk, Bakker, Visser, Smit, Meijer,
                  de Boer, Mulder, de Groot, Bos, Vos, Peters, Hendriks, van Leeuwen, Brouwer,
                  de Wit, Dijkstra, Smits, de Graaf, van der Meer, Kok, Jacobs, de Haan, Vermeulen,
                  van den Heuvel, van der Veen, van den Broek, Schouten, van Beek, Willems, van Vliet,
                  van de Ven, Hoekstra, Maas, Verhoeven, Koster, van Dam, Prins, Blom, Huisman,
                  Kuipers, van Veen, Postma, Timmerman, Martens, Kramer, Veenstra, Post, Sanders,
                  Groen, Gerritsen, Koning, van der Wal, Wolters, Zijlstra, Boersma, Bosman,
                  de Bruijn, Goossens, de Feijter, Dieleman, Scheele, Buijze, Wisse, Tazelaar\
                  """)),
          new Origin(
              0.07,
              split(
                  """
                  Mehmet, Emre, Murat, Hakan, Yusuf, Burak, Elif, Ayşe, Zeynep, Selin, Derya, Esra\
                  """),
              split(
                  """
                  Yılmaz, Kaya, Demir, Şahin, Çelik, Aydın, Öztürk, Arslan, Doğan, Koç\
                  """)),
          new Origin(
              0.07,
              split(
                  """
                  Mohamed, Youssef, Bilal, Rachid, Karim, Hamza, Fatima, Naima, Salma, Hanan, Ikram,
                  Nora\
                  """),
              split(
                  """
                  El Amrani, Bouzid, Benali, Aziz, El Haddad, Ouali, Tahiri, Chaoui, Amezian, Idrissi\
                  """)),
          new Origin(
              0.06,
              split(
                  """
                  Ravi, Winston, Clyde, Radj, Kenneth, Shanti, Chantal, Marlon, Sharmila, Gwen, Anil,
                  Ingrid\
                  """),
              split(
                  """
                  Ramdin, Pinas, Kartosen, Martina, Sewdien, Wijdenbosch, Croes, Jagroep, Tjon A Joe,
                  Maduro\
                  """)),
          new Origin(
              0.04,
              split("Piotr, Tomasz, Agnieszka, Magdalena, Andrei, Ioana, Marek, Joanna"),
              split(
                  """
                  Kowalski, Nowak, Wiśniewski, Zieliński, Popescu, Mazur, Wójcik, Lewandowski\
                  """)));

  private final Dice dice;
  private final Set<String> given = new HashSet<>();

  Names(Dice dice) {
    this.dice = dice;
    for (Persona persona : Persona.values()) {
      given.add(persona.person());
    }
  }

  /** A name not given before. */
  String next() {
    double[] shares = ORIGINS.stream().mapToDouble(Origin::share).toArray();
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Origin origin = ORIGINS.get(dice.index(shares));
      String name = dice.oneOf(origin.given()) + " " + dice.oneOf(origin.family());
      if (given.add(name)) {
        return name;
      }
    }
    throw new IllegalStateException(
        "No new name after %d tries and %d names; add names to the lists"
            .formatted(MOST_TRIES, given.size()));
  }

  /** The part of an e-mail address before the @: lower-case ASCII with dots. */
  static String mailbox(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('ı', 'i')
        .replace('ł', 'l')
        .toLowerCase(Locale.ROOT)
        .replace(' ', '.');
  }

  private static List<String> split(String names) {
    return List.of(names.strip().split(",\\s+"));
  }
}
