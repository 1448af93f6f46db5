import Ledger
package import Records
import Registry

/// An air station as a bureau registers it, for tests in which a device has to watch something.
package enum TestStation {
    /// - Parameters:
    ///   - id: what devices are bound to.
    ///   - name: as pages show it.
    package static func registration(_ id: String = "S1", name: String = "甲站", by actor: Actor) -> Action {
        RegistryActions.register(
            id, kind: .station, name: name,
            fields: [
                "town": "甲镇", "longitude": "117", "latitude": "39", "managementLevel": "街镇", "isEvaluated": true,
            ], by: actor)
    }
}
