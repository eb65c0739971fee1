package se.trivsel.contract;

import java.util.ArrayList;
import java.util.List;

/** Makes the register of suppliers of its file, and checks that nobody sells two things on one day. */
final class SupplierReader {
    private SupplierReader() {}

    static List<ListedSupplier> read(Entry root) {
        var suppliers = new ArrayList<ListedSupplier>();
        for (Entry entry : root.list("suppliers")) {
            var supplier = new ListedSupplier(
                    entry.text("organisation_no"),
                    entry.text("name"),
                    entry.text("provides"),
                    entry.day("from"),
                    entry.day("to"));
            if (supplier.to().isPresent()
                    && supplier.from().filter(supplier.to().get()::isBefore).isPresent()) {
                entry.at("to").problem("is before from");
            }
            if (suppliers.stream().anyMatch(supplier::overlaps)) {
                entry.at("organisation_no")
                        .problem("is listed for the same days before; nobody is two things at a time");
            }
            suppliers.add(supplier);
        }
        return suppliers;
    }
}
