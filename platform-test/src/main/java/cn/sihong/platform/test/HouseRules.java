package cn.sihong.platform.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.springframework.modulith.core.ApplicationModules;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** The rules every service's architecture test asks for (CONTRIBUTING.md). */
public final class HouseRules {

    private static final List<ArchRule> RULES =
            List.of(
                    classes()
                            .that()
                            .haveSimpleNameEndingWith("Controller")
                            .or()
                            .haveSimpleNameEndingWith("Listener")
                            .should()
                            .notBePublic()
                            .because("only Spring calls them"),
                    noClasses()
                            .that()
                            .haveSimpleNameNotEndingWith("Controller")
                            .and()
                            .haveSimpleNameNotEndingWith("Configuration")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "org.springframework.web.bind..", "jakarta.servlet..")
                            .allowEmptyShould(true)
                            .because("HTTP ends at the controller"),
                    noClasses()
                            .should()
                            .dependOnClassesThat()
                            .haveFullyQualifiedName("java.util.Date")
                            .orShould()
                            .callMethod(java.time.Instant.class, "now")
                            .orShould()
                            .callMethod(java.time.LocalDate.class, "now")
                            .because("time comes from outside, from the clock bean"),
                    noClasses()
                            .should()
                            .dependOnClassesThat()
                            .belongToAnyOf(ProcessBuilder.class, Process.class)
                            .because(
                                    "a service starts no programs: what people send could end there"),
                    noClasses()
                            .should()
                            .dependOnClassesThat()
                            .belongToAnyOf(Random.class, ThreadLocalRandom.class)
                            .because(
                                    "what nobody may guess comes from SecureRandom, and chance from the seed"),
                    noClasses()
                            .should()
                            .haveNameMatching(
                                    ".*\\.[A-Za-z]*(Manager|Helper|Util|Utils|Impl|DTO|Dto)")
                            .allowEmptyShould(true)
                            .because("a name says what the thing is"));

    private HouseRules() {}

    /**
     * Checks the modules of a service and the rules of the house.
     *
     * @param composing the classes, by their names below the application's package, whose
     *     statements are put together while they run; each was read, and puts in nothing but texts
     *     of its own
     */
    public static void verify(Class<?> application, String... composing) {
        ApplicationModules.of(application).verify();
        var imported =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(application.getPackageName());
        RULES.forEach(rule -> rule.check(imported));
        assertThat(Statements.composedIn(application))
                .as("statements are texts that stand in the code; what people send are parameters")
                .isSubsetOf(
                        Stream.of(composing)
                                .map(name -> application.getPackageName() + "." + name)
                                .toList());
    }
}
