package se.trivsel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlTextTest {
    @Test
    void wordsThatLookLikeOtherThingsStayWords() {
        assertThat(problems("a: no\nb: 2015-01-01\nc: 1:e socialsekreterare\n")).isEmpty();
    }

    @Test
    void aNumberThatBeginsWithAZeroNeedsQuotationMarks() {
        assertThat(problems("code: 0380\n"))
                .containsExactly("x.yaml:1:7: code: 0380 without quotation marks is a number and may lose its zero;"
                        + " write \"0380\"");
        assertThat(problems("codes: {01: sjuk}\n"))
                .containsExactly("x.yaml:1:9: codes.01: 01 without quotation marks is a number and may lose its zero;"
                        + " write \"01\"");
        assertThat(problems("code: \"0380\"\nother: '01'\n")).isEmpty();
    }

    @Test
    void aRepeatedKeyIsRefusedWhereItIsRepeated() {
        assertThat(problems("a: 1\nb:\n  c: 1\n  c: 2\n"))
                .containsExactly("x.yaml:4:3: b.c: occurs twice; keep one of them");
    }

    @Test
    void anchorsReferencesMergingAndTagsAreRefused() {
        assertThat(problems("a: &x\n  b: 1\nc:\n  <<: *x\nd: !!str 1\n"))
                .containsExactly(
                        "x.yaml:1:4: a: anchors and references are not allowed here; write out what you mean",
                        "x.yaml:4:3: c.<<: merging is not allowed here; write out what you mean",
                        "x.yaml:4:7: c.<<: anchors and references are not allowed here; write out what you mean",
                        "x.yaml:5:4: d: tags are not allowed here; put text in quotation marks instead");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(problems("# nothing yet\n")).containsExactly("x.yaml: is empty; fill it in or delete it");
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertThat(problems("a: 1\n---\nb: 1\n"))
                .containsExactly("x.yaml:3:1: a second document begins here; write one thing a file");
    }

    @Test
    void whatIsNotYamlIsRefusedAtItsLine() {
        assertThat(problems("a: 1\nb: c: d\n"))
                .containsExactly("x.yaml:2:5: not readable as YAML: mapping values are not allowed here");
        assertThat(problems("a: 1\n? [b]\n: 1\n"))
                .singleElement()
                .asString()
                .startsWith("x.yaml:2:4: not readable as YAML: ");
    }

    private static List<String> problems(String text) {
        var problems = new ArrayList<ConfigurationProblem>();
        YamlText.read("x.yaml", text, problems::add);
        return problems.stream().map(ConfigurationProblem::toString).toList();
    }
}
