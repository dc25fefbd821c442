package dev.drift.engine.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drift.engine.diff.Comparison;
import dev.drift.engine.diff.Finding;
import dev.drift.engine.diff.Findings;
import dev.drift.engine.diff.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How weighty it is that a constraint behind NOT NULL has another name than the migrations wrote.
 */
class NotNullNamesWeighTest {
  @ParameterizedTest
  @CsvSource({
    "a int NOT NULL, INFO",
    "a int CONSTRAINT other NOT NULL, ERROR",
    "a int NOT NULL NO INHERIT, ERROR",
    "a int, ERROR",
  })
  void isLittleWhereTheServerChoseIt(String column, Severity severity) {
    Script expected = Script.of("CREATE TABLE t (a int CONSTRAINT given NOT NULL)", 18).clean();
    Script actual = Script.of("CREATE TABLE t (" + column + ")", 18).clean();

    List<Finding> findings =
        new Findings((id, attribute) -> Optional.empty(), Set.of())
            .of(Comparison.compare(expected.replayed().model(), actual.replayed().model()));

    assertEquals(List.of(severity), findings.stream().map(Finding::severity).toList());
  }
}
