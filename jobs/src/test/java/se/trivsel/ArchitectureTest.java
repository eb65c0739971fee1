package se.trivsel;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    /** In the order in which data flows; a package uses only those before it. */
    private static final List<String> FLOW = List.of(
            "vocabulary",
            "contract",
            "inbox",
            "fetch",
            "extract",
            "normalise",
            "lake",
            "intake",
            "warehouse",
            "quality",
            "publish",
            "report",
            "pages",
            "notify",
            "lineage",
            "job",
            "housekeeping",
            "serve",
            "cli");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("se.trivsel");

    @Test
    void everyPackageHasItsPlace() {
        Set<String> packages = CLASSES.stream()
                .map(type -> type.getPackageName())
                .filter(name -> !name.equals("se.trivsel"))
                .map(name -> name.substring("se.trivsel.".length()))
                .collect(Collectors.toSet());
        List<String> known = new ArrayList<>(FLOW);
        known.add("samples");
        known.add("chart");

        assertThat(packages).containsExactlyInAnyOrderElementsOf(known);
    }

    @TestFactory
    List<DynamicTest> aPackageUsesOnlyThoseBeforeIt() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < FLOW.size(); i++) {
            String name = FLOW.get(i);
            String[] later = FLOW.subList(i + 1, FLOW.size()).stream()
                    .map(ArchitectureTest::in)
                    .toArray(String[]::new);
            if (later.length > 0) {
                tests.add(DynamicTest.dynamicTest(
                        name,
                        () -> noClasses()
                                .that()
                                .resideInAPackage(in(name))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(later)
                                .check(CLASSES)));
            }
        }
        return tests;
    }

    @Test
    void samplesKnowTheContractsAndNothingOfTheProgram() {
        noClasses()
                .that()
                .resideInAPackage(in("samples"))
                .should()
                .dependOnClassesThat(resideInAPackage("se.trivsel..")
                        .and(resideInAnyPackage(in("vocabulary"), in("contract"), in("samples"))
                                .negate()))
                .check(CLASSES);
    }

    @Test
    void chartsKnowNothingOfTheProgramNorOfLibraries() {
        noClasses()
                .that()
                .resideInAPackage(in("chart"))
                .should()
                .dependOnClassesThat(not(resideInAnyPackage("java..", "org.jspecify..", in("chart"))))
                .check(CLASSES);
    }

    @Test
    void onlyPagesHaveCharts() {
        noClasses()
                .that()
                .resideOutsideOfPackages(in("chart"), in("pages"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("chart"))
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineMakesSamples() {
        noClasses()
                .that()
                .resideOutsideOfPackages(in("samples"), in("cli"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("samples"))
                .check(CLASSES);
    }

    @Test
    void springStaysInTheJobsAndTheirMail() {
        staysIn("org.springframework..", "job", "notify", "serve", "cli");
        staysIn(
                resideInAPackage("org.springframework..").and(not(resideInAPackage("org.springframework.mail.."))),
                "job",
                "serve",
                "cli");
    }

    @Test
    void mailIsWrittenByTheNotices() {
        staysIn("jakarta.mail..", "notify");
    }

    @Test
    void metricsAreOfTheJobsAndServed() {
        staysIn("io.prometheus..", "job", "serve");
    }

    @Test
    void csvIsReadByTheExtractAndWrittenByFetchSamplesAndCommandLine() {
        staysIn("org.apache.commons.csv..", "extract", "fetch", "samples", "cli");
    }

    @Test
    void xmlIsReadByTheExtract() {
        staysIn("javax.xml..", "extract");
    }

    @Test
    void parquetStaysInTheLake() {
        staysIn("org.apache.parquet..", "lake");
        staysIn("org.apache.hadoop..", "lake");
    }

    @Test
    void sshStaysInTheFetch() {
        staysIn("com.jcraft..", "fetch");
    }

    /** That a query failed may be passed on by anybody. */
    @Test
    void databasesStayWithTheFetchTheWarehouseAndWhatReadsIt() {
        staysIn(
                resideInAPackage("java.sql..").and(not(type(SQLException.class))),
                "fetch",
                "warehouse",
                "quality",
                "publish",
                "pages",
                "serve",
                "cli");
    }

    @Test
    void yamlStaysInTheContracts() {
        staysIn("tools.jackson.dataformat..", "contract");
        staysIn("org.snakeyaml..", "contract");
    }

    private static void staysIn(String library, String... packages) {
        staysIn(resideInAPackage(library), packages);
    }

    private static void staysIn(DescribedPredicate<JavaClass> library, String... packages) {
        String[] allowed = new String[packages.length];
        for (int i = 0; i < packages.length; i++) {
            allowed[i] = in(packages[i]);
        }
        noClasses()
                .that(resideInAnyPackage(allowed).negate())
                .should()
                .dependOnClassesThat(library)
                .check(CLASSES);
    }

    private static String in(String name) {
        return "se.trivsel." + name + "..";
    }
}
