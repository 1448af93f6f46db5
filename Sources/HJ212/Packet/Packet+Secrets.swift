extension Packet.Pair {
    /// Whether its value opens something: the access password, a new one (1072), a new key (1014). It is shown to nobody.
    public var isSecret: Bool { Self.secrets.contains { name.equalsIgnoringCase($0) } }

    private static let secrets = ["PW", "NewPW", "NewSK"]
}
