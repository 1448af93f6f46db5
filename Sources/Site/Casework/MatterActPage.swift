/// One act besides the steps of a procedure: transfer, suspension, extension.
package struct MatterActPage: Sendable {
    package let frame: PageFrame
    package let heading: String
    package let hint: String
    package let matterTitle: String
    package let matterHref: String
    package let action: String
    package let token: String
    package let follows: String
    package let error: String?
    package let inputs: [FormInput]
    package let selects: [Select]

    /// Something to choose by id.
    package struct Select: Sendable {
        package let name: String
        package let label: String
        package let options: [ReviewForm.Choice]
    }
}
