/// The closed list of tests, by the words of rule files.
package enum CheckKind: String, Sendable, CaseIterable {
    case range
    case spike
    case outlier
    case step
    case rate
    case flatLine = "flat_line"
    case missing
    case restart
    case ordering
    case saturation
    case ratio
    case sum
    case neighbours
    case sister
    case drift
    case flags
    case marks
    case fluctuation
    case periodicity
    case copied
    /// No rule asks for it: a number that no common scale holds is always reported.
    case unfit

    /// Whether it only hints at values that were made.
    package var isHint: Bool { self == .copied || self == .periodicity || self == .fluctuation }
}
