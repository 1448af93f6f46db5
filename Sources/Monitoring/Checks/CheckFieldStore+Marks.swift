package import Catalog
package import Registry
package import Standards
package import Storage

extension CheckFieldStore {
    /// The series of some outlets with what their enterprises marked.
    ///
    /// - Parameters:
    ///   - due: where values are due; marks that touch it are there as a whole.
    ///   - lookBackHours: how much before is read as well, so that tests can look back.
    package static func field(
        ofOutlets outlets: [RegisteredObject], due: Range<Instant>, lookBackHours: Int, catalog: RuleCatalog,
        in connection: ReadConnection
    ) throws -> CheckField {
        let field = try field(
            of: outlets, seconds: [3_600], due: due, lookBackHours: lookBackHours, in: connection)
        let marks = try OutletMarkStore.checkMarks(
            of: outlets, from: due.lowerBound, to: due.upperBound, catalog: catalog, in: connection)
        return CheckField(field.series, due: field.due, drifts: field.drifts, marks: field.marks + marks)
    }
}
