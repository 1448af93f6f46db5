package import Records

/// What case files offer to the house: papers, evidence, what is held against whom.
package enum DossierCapability {
    package static let capability = Capability(name: "Dossier")
}
