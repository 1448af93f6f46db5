package import Catalog
package import Storage

/// What projections and figures may consult besides the tables: files, packets and rules, none of which ever change.
package struct Archive: Sendable {
    package let attachments: AttachmentStore
    package let packets: PacketLog
    package let catalog: RuleCatalog

    package init(attachments: AttachmentStore, packets: PacketLog, catalog: RuleCatalog) {
        self.attachments = attachments
        self.packets = packets
        self.catalog = catalog
    }
}
