/// What the command line itself refuses.
package struct HouseError: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        /// An address that others could reach, although nobody has an account yet.
        case notLoopback
        /// The web would be reached by others without TLS.
        case openWeb
        /// A data directory holds no packets; `detail` names it.
        case noPacketLog
        /// A file could not be read; `detail` names it.
        case unreadableFile
        /// A file with a secret can be read by others than its owner; `detail` names it.
        case openSecret
        /// A line of a file with passwords is of another form; `detail` is the file and the number of the line.
        case faultySecret
        /// The server was started without the key that signs the ledger.
        case noSigningKey
        /// The signing key lies in the data directory; `detail` names it.
        case keyInsideData
        /// A data directory holds no ledger; `detail` names it.
        case noLedger
        /// A database on a server holds no ledger; `detail` names it.
        case emptyDatabase
        /// The database belongs to the data directory of another node; `detail` is its id.
        case otherNode
        /// The data directory's store is in a database elsewhere, and none was named; `detail` names the directory.
        case storeElsewhere
        /// The data directory has a store of its own, and a database was named; `detail` names the directory.
        case storeHere
        /// A server of pages only was asked for without a database on a server; `detail` names the data directory.
        case pagesWithoutServer
        /// A server of pages only has other rules than the ledger.
        case otherRules
        /// A server of pages only cannot read what devices cipher; `detail` is the ids of the keys on record.
        case pagesWithoutKeys
        /// The ledger was not signed yet; `detail` names the data directory.
        case noCheckpoint
        /// The program that draws graphs is not installed or failed.
        case noGraphviz
        /// The program that takes the text out of a PDF is not installed; `detail` is the file.
        case noPDFReader
        /// It failed on a file.
        case unreadablePDF
        /// A report in a form that the checker does not read.
        case unknownReportForm
        /// A file in a form whose format cannot be measured; `detail` names it.
        case unknownFormatForm
        /// The program that makes PDF is not installed; `detail` is the file.
        case noPDFWriter
        /// It failed on a file.
        case unwrittenPDF
        /// A report larger than the checker reads.
        case reportTooLarge
        /// A text that is not UTF-8.
        case notUnicode
        /// The web cannot run at its address; `detail` is the address and the system's words.
        case webNotServed
    }

    package let code: Code
    package let detail: String

    package init(_ code: Code, detail: String) {
        self.code = code
        self.detail = detail
    }
}
