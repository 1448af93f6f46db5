/// How this program reads packets.
package enum PacketParser {
    /// Raised when the same packet may give another verdict or other readings than before. The record of each closed segment
    /// names the version that read it, and `qingheng packet reparse` shows what a later one reads differently.
    package static let version = 2
}
