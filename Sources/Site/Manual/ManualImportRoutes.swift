import Documents
import Hummingbird
import Monitoring
import Records
import Standards

/// A laboratory's report: looked through first, then put on record.
struct ManualImportRoutes {
    /// A table and a scanned report, in bytes.
    private static let greatestUpload = 64 << 20

    let shell: SiteShell
    private let shelf = LaboratoryShelf()

    init(shell: SiteShell) { self.shell = shell }

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.manualImport) { request, context in
            let plan = try context.segment("plan")
            let corrects = RequestQuery(request).text("corrects")
            return try await shell.page(.manual) { try ManualPage(importInto: plan, corrects: corrects, in: $0) }
        }
        router.post(.manualImport) { request, context in
            let plan = try context.segment("plan")
            guard let type = request.headers[.contentType], type.lowercased().hasPrefix("multipart/form-data") else {
                return try await apply(try await FormFields(posted: request, in: context), plan)
            }
            guard shell.services.visitor.may(ManualActions.enter) else {
                return try await refused(plan, nil, "没有登记报告的权限，没有登记。请由有权限的岗位办理。")
            }
            let body = try await request.body.collect(upTo: Self.greatestUpload)
            guard let form = MultipartForm(Array(body.readableBytesView), type: type),
                form.text(FormToken.field) == shell.services.formToken.text
            else { throw SiteError(.foreignForm) }
            return try await look(form, plan)
        }
    }

    /// The words of a form, so that they stand in it again.
    private static func fields(_ form: MultipartForm) -> FormFields {
        let names = ["laboratory", "certificate", "number", "date", "corrects"]
        return FormFields(
            names.map { "\($0)=\(PercentCoding.encoded(form.text($0) ?? ""))" }.joined(separator: "&"))
    }

    private func look(_ form: MultipartForm, _ plan: String) async throws -> Response {
        let fields = Self.fields(form)
        guard let date = CivilDate(fields.first("date") ?? "") else {
            return try await refused(plan, fields, "报告日期没有填写或不对，没有登记。")
        }
        guard let workbook = form.file("file"), let paper = form.file("paper") else {
            return try await refused(plan, fields, "请同时选择数据表（xlsx）和盖章的检测报告（PDF）。")
        }
        guard paper.bytes.starts(with: Array("%PDF-".utf8)) else {
            return try await refused(plan, fields, LaboratoryError(.noPaper).message + "。")
        }
        func name(_ part: MultipartForm.Part) -> String {
            String((part.fileName ?? "").split(whereSeparator: { "/\\".contains($0) }).last?.suffix(100) ?? "")
        }
        let order = LaboratoryImport.Order(
            workbook: workbook.bytes, workbookName: name(workbook), paper: paper.bytes, paperName: name(paper),
            plan: plan,
            head: LaboratoryReport.Head(
                laboratory: fields.first("laboratory") ?? "", certificate: fields.first("certificate") ?? "",
                number: fields.first("number") ?? "", date: date), corrects: fields.first("corrects"))
        return try await preview(order, key: shelf.keep(order, at: shell.services.book.clock()), fields, error: nil)
    }

    /// What a report's table says, with the form that says yes.
    private func preview(
        _ order: LaboratoryImport.Order, key: String, _ fields: FormFields, error: String?
    ) async throws -> Response {
        do {
            return try await shell.page(.manual, status: error == nil ? .ok : .unprocessableContent) { page in
                let reading = try LaboratoryImport.look(
                    through: order, on: page.today, catalog: page.catalog, in: page.connection)
                return try ManualPage(
                    importInto: order.plan, corrects: order.corrects,
                    looked: ManualPage.Looked(order: order, reading: reading, key: key), in: page, entered: fields,
                    error: error)
            }
        } catch let error as LaboratoryError {
            return try await refused(order.plan, fields, error.message + "。")
        } catch let error as DocumentError {
            return try await refused(order.plan, fields, error.message)
        }
    }

    private func refused(_ plan: String, _ fields: FormFields?, _ message: String) async throws -> Response {
        try await shell.page(.manual, status: .unprocessableContent) { page in
            try ManualPage(
                importInto: plan, corrects: fields?.first("corrects"), in: page, entered: fields ?? FormFields(""),
                error: message)
        }
    }

    /// Puts on record what was looked through.
    private func apply(_ fields: FormFields, _ plan: String) async throws -> Response {
        let services = shell.services
        guard services.formToken.isIn(fields) else { throw SiteError(.foreignForm) }
        let key = fields.first("upload") ?? ""
        guard let order = shelf.order(key), order.plan == plan else {
            return try await refused(plan, nil, "预览已过期，没有登记。请重新选择文件。")
        }
        do {
            let (id, _) = try await LaboratoryImport.run(
                order, takesGoodRows: fields.first("good") == "yes",
                person: services.visitor.reviewerName ?? fields.first("person") ?? "", by: services.actor,
                into: services.book)
            shelf.forget(key)
            return .redirect(to: SiteURL.manualReport(id, of: plan).path)
        } catch {
            guard let words = ManualRefusal.words(error) else { throw error }
            return try await preview(order, key: key, fields, error: words)
        }
    }
}
