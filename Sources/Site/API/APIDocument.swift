import Ledger
import Records

/// The OpenAPI 3.1 document, made of the declarations that the routes serve.
enum APIDocument {
    static var canonical: CanonicalValue {
        var paths: [String: CanonicalValue] = [:]
        var schemas: [String: CanonicalValue] = ["problem": problem]
        for resource in APIResources.all {
            schemas[resource.name] = resource.schema
            schemas["\(resource.name)-page"] = page(resource)
            paths["/api/v1/\(resource.name)"] = ["get": list(resource)]
            paths["/api/v1/\(resource.name)/{id}"] = ["get": item(resource)]
        }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "青衡", "version": "1",
                "description": "只读。列表按编号排列，用答复中的 next 作 after 取下一页；答复带 ETag，可作条件请求；出错为 application/problem+json。",
            ],
            "security": [["bearer": []], ["session": []]], "paths": .object(paths),
            "components": [
                "schemas": .object(schemas),
                "securitySchemes": [
                    "bearer": ["type": "http", "scheme": "bearer", "description": "在“我的账户”签发的程序令牌"],
                    "session": ["type": "apiKey", "in": "cookie", "name": .string(SessionCookie.name)],
                ],
            ],
        ]
    }

    private static func list(_ resource: APIResource) -> CanonicalValue {
        [
            "operationId": .string("list-\(resource.name)"), "summary": .string("\(resource.title)：列表"),
            "description": .string("需要权限 \(resource.right.rawValue)"),
            "parameters": .array(resource.allParameters.map(\.schema)),
            "responses": responses(
                to: "\(resource.name)-page", others: ["400": "参数不对"],
                links: [
                    "item": [
                        "operationId": .string("get-\(resource.name)"),
                        "parameters": ["id": "$response.body#/items/0/id"],
                    ]
                ]),
        ]
    }

    private static func item(_ resource: APIResource) -> CanonicalValue {
        [
            "operationId": .string("get-\(resource.name)"), "summary": .string("\(resource.title)：一个"),
            "description": .string("需要权限 \(resource.right.rawValue)"),
            "parameters": [
                [
                    "name": "id", "in": "path", "required": true, "description": "编号",
                    "schema": ["type": "string", "minLength": 1, "maxLength": 200],
                ]
            ],
            "responses": responses(to: resource.name, others: ["404": "没有这个编号"]),
        ]
    }

    private static func responses(
        to schema: String, others: [String: String], links: CanonicalValue = [:]
    ) -> CanonicalValue {
        var answers: [String: CanonicalValue] = [
            "200": [
                "description": "答复",
                "headers": ["ETag": ["description": "内容的标记", "schema": ["type": "string"]]],
                "content": ["application/json": ["schema": reference(schema)]], "links": links,
            ],
            "304": ["description": "与 If-None-Match 给出的相同，没有变化"],
        ]
        let usual = ["401": "没有登录，或令牌失效", "403": "没有权限", "429": "请求过多，Retry-After 是要等的秒数"]
        for (status, title) in others.merging(usual, uniquingKeysWith: { first, _ in first }) {
            answers[status] = [
                "description": .string(title),
                "content": ["application/problem+json": ["schema": reference("problem")]],
            ]
        }
        return .object(answers)
    }

    private static func page(_ resource: APIResource) -> CanonicalValue {
        [
            "type": "object", "additionalProperties": false, "required": ["items", "next", "asOf"],
            "properties": [
                "items": ["type": "array", "items": reference(resource.name)],
                "next": ["type": ["string", "null"], "description": "下一页的 after；没有下一页时为 null"],
                "asOf": ["type": "integer", "description": "答复时台账的最后一条记录"],
            ],
        ]
    }

    /// RFC 9457.
    private static let problem: CanonicalValue = [
        "type": "object", "required": ["type", "title", "status", "detail", "code"],
        "properties": [
            "type": ["type": "string"], "title": ["type": "string", "description": "发生了什么"],
            "status": ["type": "integer"], "detail": ["type": "string", "description": "在哪里，怎样处理"],
            "code": ["type": "string", "description": "供程序判断"],
        ],
    ]

    private static func reference(_ name: String) -> CanonicalValue {
        ["$ref": .string("#/components/schemas/\(name)")]
    }
}
