package se.trivsel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.trivsel.contract.ConfigurationReader;
import se.trivsel.housekeeping.KeyRotation;
import se.trivsel.inbox.KeyRing;
import se.trivsel.job.ExitCode;
import se.trivsel.job.OperatingSettings;
import se.trivsel.vocabulary.MunicipalityCode;
import se.trivsel.warehouse.Limits;

/** {@code keys}: the municipalities' keys, told by their fingerprints, and changed; a key itself is never shown. */
@Command(name = "keys", description = "Tells of the municipalities' keys, and gives a municipality another one.")
public final class KeysCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list or rotate.");
    }

    @Command(name = "list", description = "Every key: whose, what for, its fingerprint, and since when it lies here.")
    int list(@Mixin HomeOption home) throws IOException {
        List<KeyRing.KeyFile> keys = KeyRing.open(home.home().keys(), false).list();
        PrintWriter out = spec.commandLine().getOut();
        if (keys.isEmpty()) {
            out.println("There is no key in " + home.home().keys() + ".");
        } else {
            out.println(new TextTable(
                            List.of("municipality", "key", "fingerprint", "since"),
                            List.of(false, false, false, false),
                            keys.stream()
                                    .map(key -> List.of(
                                            key.municipality(),
                                            key.kind(),
                                            key.fingerprint(),
                                            SwedishTime.format(key.since())))
                                    .toList())
                    .asText());
        }
        out.flush();
        return ExitCode.OK.code();
    }

    @Command(
            name = "rotate",
            description = {
                "Gives a municipality another key: seals its archive and rejected rows anew, and gives everybody in its lake another",
                "pseudonym, the same in all rows. No figure moves. Kept releases have the old pseudonyms in their analyst files."
            })
    int rotate(
            @Mixin Folders folders,
            @Parameters(paramLabel = "MUNICIPALITY", description = "Its four-digit code.") String code,
            @Option(names = "--dry-run", description = "Writes all anew beside, and throws it away.") boolean isDryRun,
            @Option(
                            names = "--keep-old",
                            description =
                                    "Leaves the old key beside, as CODE.key.FINGERPRINT: for back-ups from before.")
                    boolean keepsOld)
            throws IOException, SQLException {
        if (!MunicipalityCode.isCode(code)) {
            throw new WrongUsage(code + " is not a code of four digits, such as 2062.");
        }
        var settings = OperatingSettings.read(folders.config(), folders.home());
        Optional<KeyRotation.Rotated> rotated = new KeyRotation(
                        folders.home(),
                        ConfigurationReader.readForRun(folders.config()),
                        new MunicipalityCode(code),
                        new Limits(settings.memory(), settings.threads()))
                .run(keepsOld, isDryRun);
        PrintWriter out = spec.commandLine().getOut();
        if (rotated.isEmpty()) {
            out.println("A run, or the making of an old release, goes on in "
                    + folders.home().root() + "; nothing was done.");
        } else if (isDryRun) {
            out.printf(
                    "The key %s can be changed: %d deliveries, %d readings. Nothing was changed.%n",
                    rotated.get().before(),
                    rotated.get().deliveries(),
                    rotated.get().readings());
        } else {
            out.printf(
                    "The key %s is replaced by %s: %d deliveries, %d readings. Back up keys/ now.%n",
                    rotated.get().before(),
                    rotated.get().after(),
                    rotated.get().deliveries(),
                    rotated.get().readings());
        }
        out.flush();
        return (rotated.isPresent() ? ExitCode.OK : ExitCode.LOCKED).code();
    }
}
