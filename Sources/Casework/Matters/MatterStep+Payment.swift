import Law
import Standards

extension MatterStep {
    /// The payment that the step states; nil where it states none.
    ///
    /// - Parameter day: of the step, where it does not say when the money arrived.
    func payment(_ terms: PaymentTerms, on day: CivilDate) -> LateFine.Payment? {
        guard case .money(let fen)? = facts[terms.paid] else { return nil }
        if case .date(let arrived)? = facts[terms.on] { return LateFine.Payment(on: arrived, Money(fen: fen)) }
        return LateFine.Payment(on: day, Money(fen: fen))
    }
}
