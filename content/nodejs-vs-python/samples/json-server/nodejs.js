const http = require("node:http");

const server = http.createServer((request, response) => {
  const found = request.url === "/health";
  response.writeHead(found ? 200 : 404, {
    "Content-Type": "application/json",
  });
  response.end(JSON.stringify({ ok: found }));
});

server.listen(8080, "127.0.0.1");
