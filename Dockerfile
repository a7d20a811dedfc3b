# syntax=docker/dockerfile:1
FROM node:22-bookworm-slim AS npm
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --no-audit --no-fund

FROM golang:1.26-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
COPY --from=npm /src/node_modules ./node_modules
RUN go generate ./views/static && CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o /factdesk ./cmd/factdesk

# No shell and no root: the health check is a subcommand of the binary itself.
FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /factdesk /factdesk
ENV FACTDESK_ADDR=0.0.0.0:8080 FACTDESK_LOG=json
EXPOSE 8080
USER 65532:65532
ENTRYPOINT ["/factdesk"]
CMD ["serve"]
