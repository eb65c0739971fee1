package se.trivsel.samples;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.trivsel.vocabulary.Period;

/**
 * The staff of one municipality over the years: who comes, moves and goes, and which posts stand empty.
 *
 * <p>Posts are full when the years begin; from then on the story decides.
 */
final class Workforce {
    private static final String SOCIAL_WORKER = "socialsekreterare";
    private static final Wheel OTHER_EXIT = new Wheel()
            .with("sjukersattning", 3)
            .with("arbetsbrist", 2)
            .with("personliga_skal", 4)
            .with("avliden", 1);

    private final LocalDate start;
    private final Story story;
    private final Chance chance;
    private final People people;
    private final Organisation organisation;
    private final List<Employee> employees = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();
    private final List<PostMonth> postMonths = new ArrayList<>();
    private final List<Temporary> temporaries = new ArrayList<>();
    private final Map<String, Employee> managerByUnit = new TreeMap<>();
    private final Pace ownRequests;
    private final Pace otherOwnRequests;
    private final Pace otherExits;
    private final Pace unitSwaps;
    private final Pace occupationSwaps;

    private record Temporary(Employee employee, LocalDate contractEnd) {}

    private Workforce(LocalDate start, Story story, People people, Chance chance) {
        this.start = start;
        this.story = story;
        this.people = people;
        this.chance = chance;
        organisation = new Organisation(story.posts());
        ownRequests = new Pace(chance);
        otherOwnRequests = new Pace(chance);
        otherExits = new Pace(chance);
        unitSwaps = new Pace(chance);
        occupationSwaps = new Pace(chance);
    }

    static Workforce over(Period period, Story story, People people, Chance chance) {
        var workforce = new Workforce(period.from().atDay(1), story, people, chance);
        workforce.found(period.from());
        for (YearMonth month = period.from(); !month.isAfter(period.to()); month = month.plusMonths(1)) {
            workforce.live(month);
        }
        return workforce;
    }

    List<Employee> employees() {
        return employees;
    }

    List<PostMonth> postMonths() {
        return postMonths;
    }

    List<Unit> units() {
        return organisation.units();
    }

    /** How many posts there are for those who handle cases. */
    int handlerPosts() {
        return of(SOCIAL_WORKER, posts).size()
                + of("bistandshandlaggare", posts).size();
    }

    private void found(YearMonth first) {
        Establishment.of(story.posts(), organisation).forEach(place -> establish(place, first));
        for (Post post : posts) {
            Individual individual = people.staff(0.42);
            hire(post, cameBefore(first.atDay(1), individual), individual, Optional.of("extern"));
        }
        engageTemporaries(first.minusMonths(6));
    }

    /** A third came in the last two years, the others over fifteen years, nobody before the age of 22. */
    private LocalDate cameBefore(LocalDate first, Individual individual) {
        int daysAgo = chance.happens(0.33) ? chance.between(190, 730) : chance.between(730, 5_500);
        LocalDate drawn = first.minusDays(daysAgo);
        LocalDate earliest = individual.bornOn().plusYears(22);
        return (drawn.isBefore(earliest) ? earliest : drawn).withDayOfMonth(1);
    }

    private void establish(Establishment.Place place, YearMonth month) {
        posts.add(new Post("T" + (1_000 + posts.size()), place.occupation(), place.unit(), month.atDay(1)));
    }

    private void live(YearMonth month) {
        reorganise(month);
        expand(month);
        swap(month);
        fill(month);
        engageTemporaries(month);
        engageStudents(month);
        promote(month);
        exits(month);
        for (Post post : posts) {
            coverVacancy(post, month);
            postMonths.add(post.at(month.atEndOfMonth(), chance.between(1, 12)));
        }
        endContracts(month);
    }

    private void reorganise(YearMonth month) {
        if (!story.reorganisation().equals(Optional.of(month))) {
            return;
        }
        LocalDate day = month.atDay(1);
        Unit old = organisation.workplace("barn_unga_utredning");
        Unit successor = organisation.reorganise(day);
        for (Post post : posts) {
            if (post.unit().code().equals(old.code())) {
                post.moveTo(successor);
                post.holder()
                        .ifPresent(holder -> holder.change(
                                day, holder.terms().in(successor.code(), manager(successor)), Optional.empty()));
            }
        }
        for (Temporary temporary : temporaries) {
            Terms terms = temporary.employee().terms();
            if (terms.unit().equals(old.code())) {
                temporary.employee().change(day, terms.in(successor.code(), terms.manager()), Optional.empty());
            }
        }
    }

    private void expand(YearMonth month) {
        for (Story.NewPost added : story.newPosts()) {
            if (added.month().equals(month)) {
                establish(
                        new Establishment.Place(added.occupation(), organisation.workplace("barn_unga_utredning")),
                        month);
            }
        }
    }

    /** Who leaves during the month: the posts fall vacant the day after. */
    private void exits(YearMonth month) {
        List<Post> held = held(month);
        List<Post> social = of(SOCIAL_WORKER, held);
        double rate = story.at(Aspect.OWN_REQUEST, month) / 12;
        leave(social, ownRequests.due(rate * social.size()), month, "egen_begaran");
        List<Post> others = held.stream()
                .filter(post -> !post.occupation().equals(SOCIAL_WORKER))
                .toList();
        leave(others, otherOwnRequests.due(rate / 2 * others.size()), month, "egen_begaran");
        int due = otherExits.due(story.at(Aspect.OTHER_EXITS, month) / 12 * held.size());
        for (int i = 0; i < due; i++) {
            leave(held, 1, month, OTHER_EXIT.spin(chance));
        }
        for (Post post : held(month)) {
            Employee holder = post.holder().orElseThrow();
            LocalDate pension = holder.individual().bornOn().plusYears(65);
            if (!pension.isAfter(month.atEndOfMonth())) {
                leave(post, month.atEndOfMonth(), "pension", month);
            }
        }
    }

    private void leave(List<Post> among, int count, YearMonth month, String reason) {
        for (int i = 0; i < count; i++) {
            List<Post> left = among.stream()
                    .filter(post -> post.holder()
                            .filter(holder -> holder.lastDay().isEmpty())
                            .isPresent())
                    .toList();
            if (left.isEmpty()) {
                return;
            }
            // The less experienced go somewhat more often.
            Post one = chance.oneOf(left);
            Post other = chance.oneOf(left);
            Post post = since(one).isAfter(since(other)) ? one : other;
            int day = chance.happens(0.7) ? month.lengthOfMonth() : chance.between(1, month.lengthOfMonth());
            leave(post, month.atDay(day), reason, month);
        }
    }

    private void leave(Post post, LocalDate lastDay, String reason, YearMonth month) {
        post.holder().orElseThrow().leave(lastDay, reason);
        double months = story.at(Aspect.MONTHS_TO_FILL, month) * chance.between(0.6, 1.4);
        post.vacate(lastDay, 1 + (int) (months * 30));
        cover(post, month);
    }

    private static LocalDate since(Post post) {
        return post.holder().orElseThrow().firstDay();
    }

    private void cover(Post post, YearMonth month) {
        if (post.occupation().equals(SOCIAL_WORKER) && chance.happens(story.at(Aspect.CONSULTANT_COVER, month))) {
            post.cover("tackt_konsult");
            return;
        }
        post.cover(chance.happens(0.25) ? "tackt_vikarie" : "tom");
    }

    private void coverVacancy(Post post, YearMonth month) {
        if (post.isVacantOn(month.atEndOfMonth()) && chance.happens(0.2)) {
            cover(post, month);
        }
    }

    /** Ended temporary contracts; one in eight becomes a permanent employment the day after. */
    private void endContracts(YearMonth month) {
        LocalDate next = month.plusMonths(1).atDay(1);
        for (Temporary temporary : List.copyOf(temporaries)) {
            if (!temporary.contractEnd().isBefore(next)) {
                continue;
            }
            temporaries.remove(temporary);
            temporary.employee().leave(temporary.contractEnd(), "avtalsslut");
            boolean isSocialWorker = temporary.employee().terms().occupation().equals(SOCIAL_WORKER);
            Optional<Post> vacant = of(SOCIAL_WORKER, posts).stream()
                    .filter(post -> post.isVacantOn(next))
                    .findFirst();
            if (isSocialWorker && vacant.isPresent() && chance.happens(0.125)) {
                hire(vacant.get(), next, temporary.employee().individual(), Optional.empty());
            }
        }
    }

    private void engageTemporaries(YearMonth month) {
        List<Post> social = of(SOCIAL_WORKER, posts);
        int wanted = (int) (story.at(Aspect.TEMPORARY, month) * social.size() + 0.5);
        long engaged = temporaries.stream()
                .filter(temporary -> temporary.employee().terms().occupation().equals(SOCIAL_WORKER))
                .count();
        for (long i = engaged; i < wanted; i++) {
            String form = chance.happens(0.7) ? "vikariat" : "visstid";
            engage(form, SOCIAL_WORKER, SOCIAL_WORKER, chance.oneOf(social).unit(), month, chance.between(6, 14));
        }
    }

    private void engageStudents(YearMonth month) {
        if (month.getMonthValue() != 6) {
            return;
        }
        int students = (int) (story.at(Aspect.SUMMER_JOBS, month) * posts.size() + 0.5);
        for (int i = 0; i < students; i++) {
            engage("visstid", "ovrig", "assistent", organisation.workplace("barn_unga_utredning"), month, 3);
        }
    }

    private void engage(String form, String occupation, String level, Unit unit, YearMonth month, int months) {
        var terms = new Terms(form, occupation, level, unit.code(), 100, manager(unit));
        Employee employee =
                employ(people.staff(0.1), month.atDay(1), !level.equals("assistent"), terms, Optional.of("extern"));
        temporaries.add(new Temporary(employee, month.plusMonths(months - 1L).atEndOfMonth()));
    }

    /** Two and two change places, so that moves inside the municipality empty no post. */
    private void swap(YearMonth month) {
        List<Post> social = of(SOCIAL_WORKER, held(month));
        int inside = unitSwaps.due(story.at(Aspect.UNIT_MOVES, month) / 12 * social.size() / 2);
        for (int i = 0; i < inside; i++) {
            Post one = chance.oneOf(social);
            social.stream()
                    .filter(post -> !post.unit().code().equals(one.unit().code()))
                    .skip(chance.below(3))
                    .findFirst()
                    .ifPresent(other -> swap(one, other, month, "intern_enhet"));
        }
        List<Post> others = held(month).stream()
                .filter(post -> post.occupation().equals("bistandshandlaggare")
                        || post.occupation().equals("kurator"))
                .toList();
        int across = occupationSwaps.due(story.at(Aspect.OCCUPATION_MOVES, month) / 12 * social.size());
        for (int i = 0; i < across && !others.isEmpty(); i++) {
            swap(chance.oneOf(social), chance.oneOf(others), month, "intern_yrke");
        }
    }

    private void swap(Post one, Post other, YearMonth month, String reason) {
        Employee first = one.holder().orElseThrow();
        Employee second = other.holder().orElseThrow();
        one.take(second);
        other.take(first);
        move(first, other, month, reason);
        move(second, one, month, reason);
    }

    private void move(Employee employee, Post to, YearMonth month, String reason) {
        Terms terms = employee.terms();
        if (!terms.occupation().equals(to.occupation())) {
            terms = terms.as(to.occupation(), level(to.occupation()));
        }
        employee.change(month.atDay(1), terms.in(to.unit().code(), manager(to.unit())), Optional.of(reason));
    }

    private void fill(YearMonth month) {
        for (Post post : posts) {
            if (post.isDue(month.atDay(1))) {
                hire(post, month.atDay(1), people.staff(0.2), Optional.of("extern"));
            }
        }
    }

    private void hire(Post post, LocalDate day, Individual individual, Optional<String> reason) {
        int percent = chance.happens(0.8) ? 100 : chance.oneOf(List.of(75, 80, 90));
        boolean hasDegree = !post.occupation().equals("administrator") && chance.happens(0.93);
        boolean isExperienced =
                day.isBefore(start.minusYears(3)) && post.occupation().equals(SOCIAL_WORKER);
        String level = isExperienced ? "erfaren" : level(post.occupation());
        var terms =
                new Terms("tillsvidare", post.occupation(), level, post.unit().code(), percent, manager(post.unit()));
        Employee employee = employ(individual, day, hasDegree, terms, reason);
        post.take(employee);
        if (post.occupation().equals("enhetschef")) {
            managerByUnit.put(post.unit().code(), employee);
        }
    }

    private Employee employ(
            Individual individual, LocalDate day, boolean hasDegree, Terms terms, Optional<String> reason) {
        String number = String.valueOf(10_001 + employees.size());
        var employee = new Employee(number, individual, day, hasDegree, terms, reason);
        employees.add(employee);
        return employee;
    }

    /** After three years a social worker is an experienced one, and some become specialists after six. */
    private void promote(YearMonth month) {
        for (Post post : of(SOCIAL_WORKER, held(month))) {
            Employee holder = post.holder().orElseThrow();
            YearMonth came = YearMonth.from(holder.firstDay());
            boolean isExperienced = came.plusYears(3).equals(month);
            boolean isSpecialist = came.plusYears(6).equals(month) && chance.happens(0.3);
            if (isExperienced || isSpecialist) {
                String level = isExperienced ? "erfaren" : "specialisthandlaggare";
                holder.change(month.atDay(1), holder.terms().as(SOCIAL_WORKER, level), Optional.empty());
            }
        }
    }

    private List<Post> held(YearMonth month) {
        return posts.stream()
                .filter(post -> post.holder()
                        .filter(holder -> holder.firstDay().isBefore(month.atEndOfMonth()))
                        .isPresent())
                .toList();
    }

    private static List<Post> of(String occupation, List<Post> among) {
        return among.stream()
                .filter(post -> post.occupation().equals(occupation))
                .toList();
    }

    private String manager(Unit unit) {
        Employee manager = managerByUnit.get(unit.code());
        return manager == null ? "" : manager.number();
    }

    private static String level(String occupation) {
        return switch (occupation) {
            case SOCIAL_WORKER, "enhetschef" -> occupation;
            default -> "";
        };
    }
}
