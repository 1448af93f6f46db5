import Standards

extension Rational {
    /// As people write it: a decimal where it ends, else a fraction.
    var plainText: String { exactDecimal?.description ?? description }
}
