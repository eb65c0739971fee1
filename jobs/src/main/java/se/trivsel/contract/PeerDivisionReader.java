package se.trivsel.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import se.trivsel.vocabulary.MunicipalityCode;

/** Makes divisions of their files, and checks that nobody is in two groups and no group in two divisions. */
final class PeerDivisionReader {
    private final Map<String, String> divisionByGroup = new HashMap<>();

    PeerDivision read(Entry root) {
        String division = root.text("division");
        String name = division + "-" + root.text("year");
        if (!name.equals(root.fileName())) {
            root.at("division").problem("and the year are not the file's name; call the file " + name + ".yaml");
        }
        if (root.has("groups") == root.has("similar")) {
            root.at("division").problem("needs either groups or similar, and not both");
        }
        return new PeerDivision(
                division,
                root.at("year").number(),
                root.text("name"),
                root.text("source"),
                groups(root, division),
                similar(root));
    }

    private List<PeerGroup> groups(Entry root, String division) {
        var groups = new ArrayList<PeerGroup>();
        var grouped = new HashSet<String>();
        root.map("groups").forEach((code, group) -> {
            String other = divisionByGroup.putIfAbsent(code, division);
            if (other != null && !other.equals(division)) {
                group.problem("is a group of the division " + other + " too; one of them needs another code");
            }
            group.list("members").stream()
                    .filter(member -> !grouped.add(member.text()))
                    .forEach(member -> member.problem("is in another group already; keep it in one"));
            groups.add(new PeerGroup(code, group.text("label"), municipalities(group.list("members"))));
        });
        return groups;
    }

    private static SortedMap<MunicipalityCode, List<MunicipalityCode>> similar(Entry root) {
        var similar = new TreeMap<MunicipalityCode, List<MunicipalityCode>>();
        for (String code : root.map("similar").keySet()) {
            List<Entry> peers = root.at("similar").list(code);
            peers.stream()
                    .filter(peer -> peer.text().equals(code))
                    .forEach(peer -> peer.problem("is the municipality itself; leave it out"));
            similar.put(new MunicipalityCode(code), municipalities(peers));
        }
        return similar;
    }

    private static List<MunicipalityCode> municipalities(List<Entry> codes) {
        return codes.stream().map(code -> new MunicipalityCode(code.text())).toList();
    }
}
