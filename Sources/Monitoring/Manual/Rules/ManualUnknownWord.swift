/// A word that names nothing in the catalog.
package struct ManualUnknownWord: Error, Hashable {
    package let word: String
}
