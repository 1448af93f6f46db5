/// Why a backup was not made or not restored; nothing half done stays behind.
package struct BackupError: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        /// The place for a backup is taken; `detail` names it.
        case exists
        /// The directory to restore into holds something; `detail` names it.
        case notEmpty
        /// The backup would lie in the data directory, or the other way round; `detail` names it.
        case insideData
        /// Another process is writing to the same place; `detail` names the draft.
        case underWay
        /// Where the draft would be there is something that no backup left; `detail` names it.
        case foreignDraft
        /// A directory is no backup: it has no manifest; `detail` names it.
        case noBackup
        /// The manifest is not what a backup writes; `detail` names what.
        case malformedManifest
        /// The backup was made by a later version; `detail` is the number of its format.
        case laterFormat
        /// A file that the manifest names is not there; `detail` is its path.
        case missingFile
        /// A file is not what the manifest says; `detail` is its path.
        case changedFile
        /// The ledger in the backup is not the one of the manifest; `detail` is what differs.
        case otherLedger
        /// There is no room for the copy; `detail` is the system's reason.
        case diskFull
        /// Segments were removed again and again while they were copied.
        case unsettled
    }

    package let code: Code
    package let detail: String

    package init(_ code: Code, detail: String) {
        self.code = code
        self.detail = detail
    }
}
