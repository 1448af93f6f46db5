/// Where the build leaves the rule files of this folder.
///
/// The generated resource accessor stops the process when its folder is gone, so nobody calls it: `Catalog` looks in the
/// places named here and throws with the paths it tried.
package enum CatalogFolder {
    /// Names of the resource folder that the build makes beside an executable, by platform.
    package static let resourceFolderNames = ["qingheng_CatalogFiles.resources", "qingheng_CatalogFiles.bundle"]

    /// This folder in the checkout the binary was built from, for work without an installed resource folder.
    package static var sourceFolder: String {
        var path = Substring(#filePath)
        while let last = path.last, last != "/" { path.removeLast() }
        return String(path.dropLast())
    }
}
