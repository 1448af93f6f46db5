/// A fault of the store: facts only; `Site` and the command line turn them into sentences.
package struct StorageError: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        /// The data directory belongs to a running process; `detail` is its process id.
        case directoryInUse
        /// A directory or file could not be made, opened, read or written; `detail` names it and the system's reason.
        case fileSystem
        /// There is no room for what was to be written; `detail` is the system's reason.
        case diskFull
        /// What was given as the address of a database is none.
        case faultyAddress
        /// The address of a database holds a password.
        case passwordInAddress
        /// The database server is not there, ended the connection or lets nobody in; `detail` names it and its reason.
        case serverUnreachable
        /// The database server is not set up as records need it; `detail` says what is to be changed.
        case unfitServer
        /// The database on a server has no table of that name: no store was ever made in it; `detail` names it and the reason.
        case noSuchTable
        /// The database server refused a statement; `detail` is its reason without values.
        case refusedStatement
        /// A query named a column that the result has not.
        case noSuchColumn
        /// A column held NULL where a value was due.
        case unexpectedNull
        /// A column held another kind of value than was due.
        case wrongColumnType
        /// The packet log holds bytes that are no entry at an address that a record names, or a closed segment is not what
        /// it was; `detail` is the address and the segment.
        case damagedPacketLog
        /// The packets at an address were removed after their time, by an action on record; `detail` is the address and the
        /// segment.
        case expiredPackets
        /// A block of readings holds bytes that nothing of ours wrote; `rebuild` makes it again.
        case damagedReadings
        /// An attachment is not there or its bytes no longer have their name as hash.
        case damagedAttachment
        /// Waiting packets exceed what memory may hold; the sender must be slowed down.
        case overloaded
        /// The packet log was closed while packets waited for the disk, or before they came.
        case logClosed
    }

    package let code: Code
    package let detail: String

    package init(_ code: Code, detail: String) {
        self.code = code
        self.detail = detail
    }
}
