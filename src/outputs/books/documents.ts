export const emailedExample = { code: 0, message: "Your invoice has been sent." };

export const attachedExample = {
  code: 0,
  message: "Your file has been successfully attached to the invoice.",
};

export const commentedExample = { code: 0, message: "Comments added." };

export const commentsExample = {
  code: 0,
  message: "success",
  comments: [
    {
      comment_id: "982000000567019",
      invoice_id: "982000000567114",
      description: "Called the customer about the due date.",
      commented_by_id: "982000000554041",
      commented_by: "John David",
      comment_type: "internal",
      operation_type: "Added",
      date: "2026-03-01",
      time: "2:38 AM",
    },
  ],
};
