/// 上级平台: where copies of packets go, how each line stands, and the form that adds one.
package struct UpstreamsPage: Sendable {
    package let frame: PageFrame
    package let rows: [Row]
    /// Said when there is none.
    package let emptyReason: String
    package let form: UpstreamForm

    /// One platform.
    package struct Row: Sendable {
        package let name: String
        package let id: String
        package let href: String
        /// host:port.
        package let address: String
        /// Devices and commands in words.
        package let scope: String
        package let formText: String
        package let state: UpstreamState
        /// Whether something is wrong: the row is set off.
        package let hasTrouble: Bool
    }
}
