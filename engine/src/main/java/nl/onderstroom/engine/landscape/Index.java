package nl.onderstroom.engine.landscape;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Where people and statements stand in {@link Votes}, by their ids. */
record Index(Map<String, Integer> people, Map<String, Integer> statements) {
  static Index of(Votes votes) {
    Map<String, Integer> people = HashMap.newHashMap(votes.people());
    for (int person = 0; person < votes.people(); person++) {
      people.put(votes.personId(person), person);
    }
    Map<String, Integer> statements = HashMap.newHashMap(votes.statements());
    for (int statement = 0; statement < votes.statements(); statement++) {
      statements.put(votes.statementId(statement), statement);
    }
    return new Index(people, statements);
  }

  /** That of votes to which people and statements may have been added. */
  Index with(Votes more) {
    boolean same = more.people() == people.size() && more.statements() == statements.size();
    return same ? this : of(more);
  }

  OptionalInt findPerson(String id) {
    return find(people, id);
  }

  OptionalInt findStatement(String id) {
    return find(statements, id);
  }

  private static OptionalInt find(Map<String, Integer> indexes, String id) {
    Integer index = indexes.get(id);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }
}
