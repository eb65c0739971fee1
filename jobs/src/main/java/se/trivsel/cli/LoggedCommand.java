package se.trivsel.cli;

import se.trivsel.job.LogForm;

/** A command that nobody watches: what it says goes to a log, also why it could not begin. */
interface LoggedCommand {
    LogForm logForm();
}
