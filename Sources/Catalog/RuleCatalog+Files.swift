package import Standards

/// For rooms that keep rule files of their own kind: `reporting/figures`, `registry`, …
extension RuleCatalog {
    /// All versions of all rule files in a folder, not in folders below it, by id and first day.
    package func files(under folder: String) -> [RuleFile] {
        shelfFiles.filter { $0.folder == folder }
            .sorted { ($0.header.id, $0.header.effective.from) < ($1.header.id, $1.header.effective.from) }
    }

    /// The rule files of a folder that are in force on a day, one an id; the bureau's own before the bundled one.
    package func files(under folder: String, on date: CivilDate) -> [RuleFile] {
        var found: [String: RuleFile] = [:]
        for file in files(under: folder) where file.header.effective.contains(date) {
            if let other = found[file.header.id], other.isOverlay { continue }
            found[file.header.id] = file
        }
        return found.values.sorted { $0.header.id < $1.header.id }
    }

    /// The version of a rule file in force on a day.
    ///
    /// - Throws: `.unknownRule` when the folder has no such id, `.nothingInForce` when it has none for the day.
    package func file(id: String, under folder: String, on date: CivilDate) throws(CatalogError) -> RuleFile {
        let versions = files(under: folder).filter { $0.header.id == id }
        guard !versions.isEmpty else { throw CatalogError(.unknownRule, rule: id) }
        let candidates = versions.filter { $0.header.effective.contains(date) }
        guard let file = candidates.first(where: \.isOverlay) ?? candidates.first else {
            throw CatalogError(.nothingInForce, rule: id, date: date)
        }
        return file
    }

    /// The text files of a folder with an extension (`md`), by path; the bureau's own replace bundled ones of one path.
    package func text(under folder: String, ext: String) -> [RuleText] {
        shelfTexts.filter { $0.path.hasPrefix(folder + "/") && $0.path.hasSuffix("." + ext) }
            .sorted { $0.path < $1.path }
    }
}

extension RuleCatalog {
    /// What a room makes of rule files, made once of this catalog.
    ///
    /// - Parameters:
    ///   - name: tells apart several values of one type.
    ///   - read: makes it of the files alone.
    /// - Throws: what reading throws; nothing is kept then.
    package func reading<Value: Sendable>(
        _ name: String = "", _ read: () throws(CatalogError) -> Value
    ) throws(CatalogError) -> Value {
        try readings.value(name, read)
    }

    /// What a room makes of the version of a rule file in force on a day, made once of this catalog.
    ///
    /// - Throws: `.unknownRule`, `.nothingInForce`, or `.faulty` with every fault of the file.
    package func reading<Value: Sendable>(
        id: String, under folder: String, on date: CivilDate, _ read: (RuleFile, RuleReader) -> Value
    ) throws(CatalogError) -> Value {
        let file = try file(id: id, under: folder, on: date)
        let name = "\(file.isOverlay ? "overlay" : "bundled") \(file.path)"
        return try reading(name) { () throws(CatalogError) -> Value in
            let reader = RuleReader(file)
            let value = read(file, reader)
            try reader.finish()
            return value
        }
    }
}
