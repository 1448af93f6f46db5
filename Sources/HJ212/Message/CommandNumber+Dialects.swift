extension CommandNumber {
    /// Whether HJ 212-2025 wants the content ciphered: 2000–2999, 1014, 3020.
    public var isCiphered: Bool { (2000...2999).contains(rawValue) || rawValue == 1014 || rawValue == 3020 }

    /// Whether a device answers a request for it with 9013 alone, without 9011 and 9012: it ends something.
    public var isStop: Bool { rawValue == 2012 || rawValue == 2022 }

    /// Whether a dialect knows the command in this place of an exchange.
    ///
    /// A number can mean two things: 1001 sets an alarm time in 2005 and brings serial numbers in 2025, 1014 is the clock
    /// of the logger for surface water and the key of 2025.
    public func isKnown(in dialect: Dialect, as pattern: Message.Pattern) -> Bool {
        Self.known[dialect]?[pattern]?.contains(rawValue) == true
    }

    /// All commands of a dialect in this place of an exchange, in order.
    public static func all(in dialect: Dialect, as pattern: Message.Pattern) -> [CommandNumber] {
        (known[dialect]?[pattern] ?? []).sorted().map(CommandNumber.init)
    }

    private typealias Table = [Dialect: [Message.Pattern: Set<Int>]]

    /// HJ 212-2017, table 9, by hand, and what the other dialects have instead. Logins and heartbeats of makers are
    /// accepted from all.
    private static let known: Table = [
        .v2005: [
            .request: [
                1000, 1001, 1011, 1012, 1021, 1022, 1031, 1032, 1041, 1042, 1061, 1062, 1072, 2011, 2021, 2031, 2041,
                2051, 2061, 2071, 3011, 3012, 3013, 3014,
            ],
            .notice: [1013, 2012, 2022, 9015, 9021, 9022],
            .upload: [2011, 2021, 2031, 2041, 2051, 2061, 2071, 2072, 2081],
            .value: [1011, 1021, 1031, 1041, 1061],
        ],
        .v2017: [
            .request: base,
            .notice: [1013, 2012, 2022, 9015, 9021, 9022],
            .upload: [2011, 2021, 2031, 2041, 2051, 2061, 2081, 3015, 3019, 3020],
            .value: [1011, 1061, 1063, 3015, 3017, 3018, 3019, 3020],
        ],
        .v2025: [
            .request: base.union([1002, 1014, 2013, 2052, 2062, 3022, 3024]),
            .notice: [1013, 2012, 2022, 9015, 9021, 9022],
            .upload: [1001, 1014, 2011, 2013, 2021, 2031, 2041, 2051, 2052, 2061, 2062, 2081, 2111, 3015, 3019, 3020],
            .value: [1011, 1014, 1061, 1063, 3015, 3017, 3018, 3019, 3020],
        ],
        .surfaceWater2017: [
            .request: surfaceWater,
            .notice: [9015],
            .upload: [2061, 2062, 2063, 2064, 2065, 2066, 3015, 3020],
            .value: [1011, 1014, 3015, 3020],
        ],
    ]

    private static let base: Set<Int> = [
        1000, 1011, 1012, 1061, 1062, 1063, 1064, 1072, 2011, 2021, 2031, 2041, 2051, 2061, 3011, 3012, 3013, 3014,
        3015,
        3016, 3017, 3018, 3019, 3020, 3021,
    ]

    private static let surfaceWater: Set<Int> = Set([
        1011, 1012, 1014, 1015, 2061, 2062, 2063, 2064, 2065, 2066, 3015, 3020, 3021, 3023,
        3024,
        3025, 3042, 3043, 3044, 3045, 3046, 3056, 3060, 3061, 3100,
    ]).union(3080...3086)
}
