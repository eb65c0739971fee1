package se.trivsel.notify;

/** A way to somebody's eyes; it gives up in bounded time. */
public sealed interface Channel permits Webhook, Mail {
    /** How the log names it. */
    String name();

    /** Sends it, once: nothing is tried again. */
    void send(Notice notice) throws NotSent;
}
