package se.trivsel.contract;

/** Makes a code list of its file. */
final class CodeListReader {
    private CodeListReader() {}

    static CodeList read(Entry root) {
        String name = root.text("list");
        if (!name.equals(root.fileName())) {
            root.at("list").problem("is not the file's name; call both " + name + " or both " + root.fileName());
        }
        return new CodeList(name, root.text("label"), root.words("codes"));
    }
}
