package se.trivsel.browser;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the browser and publishes the samples when the first test asks for them; they end with the last one. */
final class SharedByTests implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Browser.class || type == Site.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var store = context.getRoot().getStore(Namespace.create(SharedByTests.class));
        return parameter.getParameter().getType() == Browser.class
                ? store.computeIfAbsent(Browser.class, first -> Browser.start(), Browser.class)
                : store.computeIfAbsent(Site.class, first -> Site.ofTheSamples(), Site.class);
    }
}
