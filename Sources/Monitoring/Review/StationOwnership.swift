package import Registry

/// Who reviews a station's values.
package enum StationOwnership {
    /// Whether this bureau reviews them: 国控 and 市控 stations are reviewed by their owners (design rule 8).
    package static func isReviewedHere(_ station: RegisteredObject) -> Bool {
        !["国控", "市控"].contains(station.text("managementLevel"))
    }
}
