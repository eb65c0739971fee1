package se.trivsel.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import se.trivsel.publish.ReleasePart;
import se.trivsel.warehouse.Limits;

/**
 * Writes the Swedish pages of a release: static, each complete in itself.
 *
 * <p>All they know is in schema {@code bi} of the served file, so what is not shown there is shown nowhere.
 */
public final class ReleasePages implements ReleasePart {
    /** The folder of the pages in that of the release. */
    public static final String FOLDER = "report";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    @Override
    public void write(Path release, Optional<Path> before, Limits limits) throws IOException, SQLException {
        try (Queries queries = Queries.of(release, limits)) {
            Catalogue catalogue = Catalogue.read(queries);
            var figures = new Figures(queries, catalogue);
            var folder = new PageFolder(
                    release.resolve(FOLDER),
                    before.map(earlier -> earlier.resolve(FOLDER)),
                    catalogue.release().id());
            folder.write(
                    Addresses.DEFINITIONS.address(), render("definitions", DefinitionsPage.of(catalogue, queries)));
            folder.write(
                    Addresses.REVISIONS.address(),
                    render("revisions", RevisionsPage.of(catalogue, queries, before.isEmpty())));
            folder.write(Addresses.ANALYSTS.address(), render("analysts", AnalystsPage.of(queries)));
            for (Plan plan : catalogue.plans()) {
                folder.write(plan.page(), render("plan", PlanPage.of(plan, catalogue, queries)));
            }
            folder.write(
                    Addresses.START.address(), render("start", StartPage.of(queries, catalogue, before.isEmpty())));
            for (Measure measure : catalogue.measures()) {
                folder.write(measure.page(), render("measure", MeasurePage.of(measure, catalogue, figures)));
            }
            for (Municipality municipality : catalogue.municipalities()) {
                var courses = Figures.course(queries, municipality);
                var page = MunicipalityPage.of(municipality, catalogue, figures, courses);
                folder.write(municipality.page(), render("municipality", page));
                folder.write(
                        Addresses.deliveries(municipality),
                        render("deliveries", DeliveriesPage.of(municipality, queries)));
                for (MunicipalityPage.Family family : page.families()) {
                    folder.write(
                            family.page().address(),
                            render("family", FamilyPage.of(municipality, family.name(), catalogue, figures, courses)));
                }
            }
        }
    }

    private String render(String template, Object page) {
        var output = new StringOutput();
        engine.render("pages/" + template + ".jte", page, output);
        return output.toString();
    }
}
