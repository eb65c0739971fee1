package se.trivsel.notify;

import java.util.List;
import java.util.Map;
import se.trivsel.inbox.Json;

/**
 * What a webhook is sent.
 *
 * <p>Workflows of Microsoft Teams take nothing but a message with an adaptive card attached: any other JSON is answered as taken
 * and never shown.
 */
public enum WebhookFormat {
    /** The notice itself. */
    GENERIC {
        @Override
        byte[] body(Notice notice) {
            return Json.write(notice);
        }
    },
    /** An adaptive card 1.2, the newest that all of Teams' clients show. */
    TEAMS {
        @Override
        byte[] body(Notice notice) {
            Map<String, Object> card = Map.of(
                    "$schema",
                    "http://adaptivecards.io/schemas/adaptive-card.json",
                    "type",
                    "AdaptiveCard",
                    "version",
                    "1.2",
                    "lang",
                    "sv",
                    "fallbackText",
                    notice.subject(),
                    "body",
                    List.of(
                            Map.of(
                                    "type",
                                    "TextBlock",
                                    "text",
                                    notice.subject(),
                                    "size",
                                    "Medium",
                                    "weight",
                                    "Bolder",
                                    "wrap",
                                    true),
                            Map.of("type", "TextBlock", "text", notice.text(), "wrap", true),
                            Map.of("type", "FactSet", "facts", notice.facts())));
            return Json.write(Map.of(
                    "type",
                    "message",
                    "attachments",
                    List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card))));
        }
    };

    abstract byte[] body(Notice notice);
}
