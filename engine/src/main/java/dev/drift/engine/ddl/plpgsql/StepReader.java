package dev.drift.engine.ddl.plpgsql;

import dev.drift.engine.ddl.plpgsql.Step.Assign;
import dev.drift.engine.ddl.plpgsql.Step.Branch;
import dev.drift.engine.ddl.plpgsql.Step.If;
import dev.drift.engine.ddl.plpgsql.Step.Jump;
import dev.drift.engine.ddl.plpgsql.Step.Loop;
import dev.drift.engine.ddl.plpgsql.Step.Nothing;
import dev.drift.engine.ddl.plpgsql.Step.Perform;
import dev.drift.engine.ddl.plpgsql.Step.Raise;
import dev.drift.engine.ddl.plpgsql.Step.Return;
import dev.drift.engine.sql.Token;
import dev.drift.engine.sql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the statements within a block. */
final class StepReader {
  private static final Set<String> RAISE_LEVELS =
      Set.of("debug", "log", "info", "notice", "warning", "exception");

  private final TokenReader tokens;
  private final BodyReader blocks;

  StepReader(TokenReader tokens, BodyReader blocks) {
    this.tokens = tokens;
    this.blocks = blocks;
  }

  /** Reads steps up to one of these words, which is not consumed. */
  List<Step> untilAny(String... words) {
    var steps = new ArrayList<Step>();
    while (!atAny(words)) {
      if (!tokens.acceptSymbol(";")) {
        steps.add(step());
      }
    }
    return steps;
  }

  private boolean atAny(String... words) {
    for (String word : words) {
      if (tokens.at(word)) {
        return true;
      }
    }
    return false;
  }

  private Step step() {
    blocks.skipLabel();
    if (tokens.at("declare") || atBlock()) {
      return closed(blocks.block());
    }
    if (tokens.accept("if")) {
      return ifStep();
    }
    if (tokens.accept("case")) {
      return caseStep();
    }
    if (tokens.at("for") || tokens.at("foreach")) {
      return closed(new LoopReader(tokens, this).read());
    }
    if (tokens.accept("while")) {
      List<Token> condition = until("loop");
      return new Loop(condition, loopBody());
    }
    if (tokens.accept("loop")) {
      return new Loop(List.of(), loopBody());
    }
    return simple();
  }

  private boolean atBlock() {
    return tokens.at("begin");
  }

  private Step closed(Step step) {
    tokens.expectSymbol(";");
    return step;
  }

  private Step simple() {
    Token first = tokens.peek().orElseThrow(() -> tokens.unexpected("a statement"));
    if (tokens.accept("execute")) {
      return execute();
    }
    if (tokens.accept("perform")) {
      return new Perform(untilSemicolon());
    }
    if (tokens.accept("raise")) {
      return raise();
    }
    if (tokens.accept("return")) {
      return new Return(untilSemicolon());
    }
    if (tokens.at("exit") || tokens.at("continue")) {
      return jump();
    }
    if (tokens.accept("get")) {
      return diagnostics();
    }
    if (tokens.at("null") || tokens.at("assert")) {
      untilSemicolon();
      return new Nothing(first);
    }
    if (first.isName() && isAssignment()) {
      return assign();
    }
    return IntoClause.cut(untilSemicolon());
  }

  private Step diagnostics() {
    if (!tokens.accept("current")) {
      tokens.accept("stacked");
    }
    tokens.expect("diagnostics");
    var variables = new ArrayList<String>();
    do {
      variables.add(tokens.name());
      tokens.next();
      tokens.next();
    } while (tokens.acceptSymbol(","));
    tokens.expectSymbol(";");
    return new Step.Diagnostics(variables);
  }

  private Step ifStep() {
    var branches = new ArrayList<Branch>();
    do {
      List<Token> condition = until("then");
      branches.add(new Branch(condition, untilAny("elsif", "elseif", "else", "end")));
    } while (tokens.accept("elsif") || tokens.accept("elseif"));
    List<Step> otherwise = tokens.accept("else") ? untilAny("end") : List.of();
    tokens.expect("end", "if");
    return closed(new If(branches, otherwise));
  }

  private Step caseStep() {
    List<Token> subject = tokens.at("when") ? List.of() : until("when");
    var branches = new ArrayList<Branch>();
    tokens.accept("when");
    do {
      var condition = new ArrayList<Token>(subject);
      List<Token> when = until("then");
      if (!subject.isEmpty()) {
        Token at = when.get(0);
        condition.add(new Token(Token.Type.WORD, "in", "in", at.offset(), at.line(), at.column()));
        condition.add(symbol("(", at));
        condition.addAll(when);
        condition.add(symbol(")", at));
      } else {
        condition.addAll(when);
      }
      branches.add(new Branch(List.copyOf(condition), untilAny("when", "else", "end")));
    } while (tokens.accept("when"));
    List<Step> otherwise = tokens.accept("else") ? untilAny("end") : List.of();
    tokens.expect("end", "case");
    return closed(new If(branches, otherwise));
  }

  private static Token symbol(String text, Token at) {
    return new Token(Token.Type.SYMBOL, text, text, at.offset(), at.line(), at.column());
  }

  /** Reads {@code … END LOOP [label]} behind LOOP. */
  List<Step> bodyOfLoop() {
    List<Step> steps = untilAny("end");
    tokens.expect("end", "loop");
    if (!tokens.atSymbol(";")) {
      tokens.name();
    }
    return steps;
  }

  private List<Step> loopBody() {
    List<Step> steps = bodyOfLoop();
    tokens.expectSymbol(";");
    return steps;
  }

  private Step execute() {
    List<Token> all = untilSemicolon();
    return ExecuteClauses.read(all);
  }

  private Step raise() {
    String level = "exception";
    if (tokens.peek().filter(t -> RAISE_LEVELS.contains(t.value())).isPresent()) {
      level = tokens.next().value().toLowerCase(Locale.ROOT);
    }
    return new Raise(level, untilSemicolon());
  }

  private Step jump() {
    boolean exit = tokens.next().is("exit");
    if (!tokens.at("when") && !tokens.atSymbol(";")) {
      tokens.name();
    }
    tokens.accept("when");
    return new Jump(exit, untilSemicolon());
  }

  private boolean isAssignment() {
    int ahead = 1;
    while (tokens.peek(ahead).filter(t -> t.isSymbol(".")).isPresent()
        && tokens.peek(ahead + 1).filter(Token::isName).isPresent()) {
      ahead += 2;
    }
    return tokens.peek(ahead).filter(t -> t.isSymbol(":=") || t.isSymbol("=")).isPresent();
  }

  private Step assign() {
    var target = new ArrayList<String>();
    do {
      target.add(tokens.name());
    } while (tokens.acceptSymbol("."));
    tokens.next();
    return new Assign(target, untilSemicolon());
  }

  /** Reads the tokens up to the semicolon, which is consumed. */
  List<Token> untilSemicolon() {
    int from = tokens.mark();
    int depth = 0;
    while (depth > 0 || !tokens.atSymbol(";")) {
      Token token = tokens.next();
      if (token.isSymbol("(")) {
        depth++;
      } else if (token.isSymbol(")")) {
        depth--;
      }
    }
    List<Token> found = tokens.since(from);
    tokens.next();
    return found;
  }

  /** Reads the tokens up to {@code word} outside parentheses and CASE, which is consumed. */
  List<Token> until(String word) {
    int from = tokens.mark();
    int depth = 0;
    while (depth > 0 || !tokens.at(word)) {
      Token token = tokens.next();
      if (token.isSymbol("(") || token.is("case")) {
        depth++;
      } else if (token.isSymbol(")") || token.is("end")) {
        depth--;
      }
    }
    List<Token> found = tokens.since(from);
    tokens.next();
    return found;
  }
}
