package se.trivsel.samples;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happens at one municipality's social services.
 *
 * @param posts established posts, about
 * @param yearly whether files come year by year, or one for all years
 * @param reorganisation the month in which the child investigations get a new unit
 * @param newPosts posts that are added, and when
 * @param curves what is not ordinary, and how it changes
 */
record Story(
        int posts,
        boolean yearly,
        Optional<YearMonth> reorganisation,
        List<NewPost> newPosts,
        Map<Aspect, Curve> curves) {
    record NewPost(YearMonth month, String occupation) {}

    Story {
        newPosts = List.copyOf(newPosts);
        curves = Map.copyOf(curves);
    }

    static Story of(int posts) {
        return new Story(posts, false, Optional.empty(), List.of(), Map.of());
    }

    Story yearByYear() {
        return new Story(posts, true, reorganisation, newPosts, curves);
    }

    Story reorganised(String month) {
        return new Story(posts, yearly, Optional.of(YearMonth.parse(month)), newPosts, curves);
    }

    Story adding(String month, String... occupations) {
        List<NewPost> added = List.of(occupations).stream()
                .map(occupation -> new NewPost(YearMonth.parse(month), occupation))
                .toList();
        return new Story(posts, yearly, reorganisation, added, curves);
    }

    Story with(Aspect aspect, Curve curve) {
        var told = new EnumMap<Aspect, Curve>(Aspect.class);
        told.putAll(curves);
        told.put(aspect, curve);
        return new Story(posts, yearly, reorganisation, newPosts, told);
    }

    Story with(Aspect aspect, double value) {
        return with(aspect, Curve.level(value));
    }

    Story larger(double factor) {
        return new Story(Math.max(8, (int) (posts * factor)), yearly, reorganisation, newPosts, curves);
    }

    double at(Aspect aspect, YearMonth month) {
        Curve told = curves.get(aspect);
        return told == null ? aspect.ordinary() : told.at(month);
    }
}
