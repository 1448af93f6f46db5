package import Standards

/// Why the catalog could not be loaded or has no answer: a code and the facts. `message` is the Chinese sentence.
package struct CatalogError: Error, Hashable, Sendable {
    /// What went wrong.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        /// No folder with rule files was found; `paths` were tried.
        case folderNotFound
        /// A folder or file could not be read.
        case unreadable
        /// Files have faults; all are in `faults`.
        case faulty
        /// No rule of this kind or id was in force on the day.
        case nothingInForce
        /// No rule has this id.
        case unknownRule
        /// The id has several versions; a date is needed to choose one.
        case severalVersions
    }

    /// What went wrong.
    package let code: Code
    /// The id of a rule, or the name of a kind of rule.
    package var rule: String?
    /// The day asked for.
    package var date: CivilDate?
    /// The paths tried or not readable.
    package var paths: [String] = []
    /// Every fault found, in the order of files and lines.
    package var faults: [CatalogFault] = []
    /// The ids that could have been meant by an unknown one; empty where any rule could.
    package var alternatives: [String] = []

    /// Makes an error from its facts.
    package init(
        _ code: Code, rule: String? = nil, date: CivilDate? = nil, paths: [String] = [], faults: [CatalogFault] = [],
        alternatives: [String] = []
    ) {
        self.code = code
        self.rule = rule
        self.date = date
        self.paths = paths
        self.faults = faults
        self.alternatives = alternatives
    }
}
