/// The field `ExeRtn` of 9012: how a request ended (HJ 212-2017).
public struct ExecutionResult: RawRepresentable, Sendable, Hashable {
    /// The number as sent.
    public let rawValue: Int

    /// A result from its number.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Carried out.
    public static let success = ExecutionResult(rawValue: 1)
    /// Failed for an unknown reason.
    public static let failure = ExecutionResult(rawValue: 2)
    /// The conditions of the command are wrong.
    public static let wrongCondition = ExecutionResult(rawValue: 3)
    /// Timed out.
    public static let timeOut = ExecutionResult(rawValue: 4)
    /// Busy.
    public static let busy = ExecutionResult(rawValue: 5)
    /// Fault of the system.
    public static let systemFault = ExecutionResult(rawValue: 6)
    /// There are no data.
    public static let noData = ExecutionResult(rawValue: 100)
}
