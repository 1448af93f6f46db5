/// What a confidentiality review found.
package enum SecrecyResult: String, CaseIterable, Sendable {
    case clear = "不涉密，可以公开"
    case blocked = "涉密或者不宜公开"
}
